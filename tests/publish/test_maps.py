"""timeline/publish/maps/: a square island, a few places, and where they come to lie; and the real coastline."""

import re
from collections.abc import Iterator

import pytest
import shapely

from support.dated_entries import entry
from support.markup import PAYLOADS, plain
from support.rendered_html import live, tags_of, text_of, to_html
from timeline.model.chronology import Chronology, Index, Listing, Site
from timeline.model.names import Name
from timeline.publish.maps import detail_map, labels, land, region_map, window
from timeline.publish.maps.drawing import Drawing
from timeline.publish.maps.labels import Box, place_labels
from timeline.publish.maps.land import land_path
from timeline.publish.maps.window import Shape, Window, main_region, window_round
from timeline.publish.render import render_pages

WIDE = Shape(0.5, 0.7)


def place(lat: float | None, lon: float | None, name: str = "A") -> Name:
    return Name("places", "x" + re.sub(r"[^a-z0-9]", "", name.lower()), name, lat=lat, lon=lon)


def index(*places: tuple[Name, int]) -> Index:
    """The places, each with so many entries."""
    return Index(
        "places", tuple(Listing(name, tuple(entry(f"e{n}", "2022", name) for n in range(count)), ()) for name, count in places)
    )


def points(path: str) -> list[set[tuple[float, float]]]:
    """The corners of each closed line of a path of the form M0 0l1 0 0 1z."""
    closed = []
    for ring in re.findall(r"M([^z]+)z", path):
        numbers = [float(number) for number in re.findall(r"-?[0-9.]+", ring)]
        x, y, corners = 0.0, 0.0, set()
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = round(x + dx, 1), round(y + dy, 1)
            corners.add((x, y))
        closed.append(corners)
    return closed


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Puts other land in the place of the real one."""

    def of(*parts: shapely.Polygon) -> None:
        monkeypatch.setattr(land, "_world", lambda _: shapely.STRtree(parts))
        land.shows_a_coast.cache_clear()
        land_path.cache_clear()

    yield of
    land.shows_a_coast.cache_clear()
    land_path.cache_clear()


# The window.


def test_a_single_place_is_in_the_middle_of_600_kilometres() -> None:
    found = window_round([(0, 30)], WIDE)
    assert (found.west + found.east) / 2 == pytest.approx(30)
    assert (found.south + found.north) / 2 == pytest.approx(0)
    assert found.width * 111.2 == pytest.approx(600)
    assert found.height == pytest.approx(found.width / 2)


def test_places_in_one_spot_are_as_one() -> None:
    assert window_round([(50, 30)] * 3, WIDE) == window_round([(50, 30)], WIDE)


def test_the_parallels_are_shortened() -> None:
    """At 60 degrees a degree of longitude is half as long as one of latitude: 40 degrees take the width of 20."""
    found = window_round([(60, 10), (60, 50)], WIDE)
    assert found.width == pytest.approx(20 * window.ROOM, rel=1e-6)
    assert found.east - found.west == pytest.approx(40 * window.ROOM)


def test_the_shorter_way_round_goes_over_the_antimeridian() -> None:
    fiji, samoa = (-18, 178), (-14, -172)
    found = window_round([samoa, fiji], WIDE)
    assert found.west < 178 < 180 < 188 < found.east
    assert found.east - found.west == pytest.approx(10 * window.ROOM)
    assert found.offset(fiji)[0] < found.offset(samoa)[0]


@pytest.mark.parametrize("lons", [(180, -180), (-180, 180)])
def test_the_antimeridian_has_two_names(lons: tuple[float, float]) -> None:
    assert window_round([(0, lon) for lon in lons], WIDE) == window_round([(0, 180)], WIDE)


@pytest.mark.parametrize("pole", [90, -90])
def test_a_window_ends_at_a_pole(pole: int) -> None:
    found = window_round([(pole, 0), (pole * 0.97, 100)], WIDE)
    assert -90 <= found.south < found.north <= 90
    assert pole in (found.south, found.north)
    assert found.holds((pole, 0))
    assert found.holds((pole * 0.97, 100))


@pytest.mark.parametrize("shape", [WIDE, Shape(0.4, 0.4), Shape(1, 1.2)])
def test_no_window_is_larger_than_the_world(shape: Shape) -> None:
    everywhere = [(lat, lon) for lat in (-90, 0, 90) for lon in range(-180, 180, 30)]
    found = window_round(everywhere, shape)
    assert (found.south, found.north) == (-90, 90)
    assert found.east - found.west == 360
    assert all(found.holds(position) for position in everywhere)


# The main region.

NEAR = {(0.0, 0.0): 5, (0.0, 10.0): 4}  # 10 degrees from one to the other


@pytest.mark.parametrize(
    ("far", "left_out"),
    [
        ({(0.0, 60.0): 1}, True),  # one entry of ten; the map is 60 degrees wide with it, 10 without
        ({(0.0, 21.0): 1}, True),
        ({(0.0, 19.0): 1}, False),  # the map without it would be more than half as wide
        ({(0.0, 60.0): 2}, True),  # 2 of 11 are less than a fifth
        ({(0.0, 60.0): 3}, False),  # 3 of 12 are more than a fifth
        ({(0.0, 60.0): 1, (0.0, -50.0): 1}, True),  # to leave out one of them is not enough, but both
        ({(0.0, 60.0): 2, (0.0, -50.0): 2}, False),  # both together have too many entries, 4 of 13
    ],
)
def test_a_place_far_off_is_left_out_if_that_halves_the_map(far: dict, left_out: bool) -> None:
    assert set(main_region({**NEAR, **far}, WIDE)) == (set(NEAR) if left_out else {*NEAR, *far})


def test_no_more_than_twelve_places_are_left_out() -> None:
    many = {(0.0, 0.0): 1000} | {(20.0, 100.0 + number): 1 for number in range(13)}
    assert set(main_region(many, WIDE)) == set(many)
    del many[20.0, 100.0]
    assert main_region(many, WIDE) == ((0.0, 0.0),)


def test_the_last_place_stays() -> None:
    assert main_region({(1.0, 2.0): 1}, WIDE) == ((1.0, 2.0),)


# The land.


def test_a_square_island_on_a_map_of_ten_pixels_a_degree(world) -> None:
    world(shapely.box(5, -2, 10, 3))
    path = land_path(Window(0, -5, 20, 5, 1), 200)
    assert points(path) == [{(50, 20), (100, 20), (100, 70), (50, 70)}]


def test_land_is_clipped_a_little_beyond_the_edge(world) -> None:
    world(shapely.box(-50, -2, 10, 3))
    assert points(land_path(Window(0, -5, 20, 5, 1), 200)) == [{(-3, 20), (100, 20), (100, 70), (-3, 70)}]


def test_water_inside_the_land_is_a_line_of_its_own(world) -> None:
    world(shapely.box(5, -2, 10, 3).difference(shapely.box(6, 0, 7, 1)))
    assert points(land_path(Window(0, -5, 20, 5, 1), 200))[1:] == [{(60, 40), (70, 40), (70, 50), (60, 50)}]


@pytest.mark.parametrize("west", [170, -190])
def test_an_island_on_the_antimeridian_is_one_piece(world, west: float) -> None:
    world(shapely.box(175, -2, 180, 3), shapely.box(-180, -2, -175, 3))
    assert points(land_path(Window(west, -5, west + 20, 5, 1), 200)) == [{(50, 20), (150, 20), (150, 70), (50, 70)}]


def test_what_is_less_than_a_pixel_is_not_drawn(world) -> None:
    world(shapely.box(5, 0, 5.05, 0.05))
    assert land_path(Window(0, -5, 20, 5, 1), 200) == ""


def test_a_path_is_drawn_more_roughly_if_it_must_be_short() -> None:
    norway = Window(4, 58, 14, 66, 0.5)
    fine, rough = land_path(norway, 320), land_path(norway, 320, most=2000)
    assert len(rough) <= 2000 < len(fine)


@pytest.mark.parametrize(
    ("where", "lat", "lon", "is_land"),
    [
        ("Kyiv", 50.45, 30.52, True),
        ("the Black Sea", 43.0, 34.0, False),
        ("Chukotka, west of the antimeridian", 67.0, 179.0, True),
        ("Chukotka, east of it", 66.3, -175.0, True),
        ("the South Pole", -89.9, 12.0, True),
        ("the North Pole", 89.9, 12.0, False),
        ("the Caspian Sea", 42.0, 50.5, False),
        ("Viti Levu", -17.8, 178.0, True),
    ],
)
def test_the_coastline_is_that_of_the_earth(where: str, lat: float, lon: float, is_land: bool) -> None:
    point = shapely.Point(lon, lat)
    assert any(part.covers(point) for part in land._world(0).geometries) is is_land


# The labels. With letters of 10 pixels "AA" is 15.6 pixels wide, and 12.1 high.

FRAME = Box(0, 0, 100, 100)


def dot(x: float, y: float) -> Box:
    return Box(x - 4, y - 4, x + 4, y + 4)


def where(pins: list[Box], *, text: str = "AA", taken: tuple[Box, ...] = (), frame: Box = FRAME) -> list[str]:
    """On which side of its pin each label is."""
    found = place_labels([text] * len(pins), pins, frame, 10, taken)
    sides = []
    for label, pin in zip(found, pins, strict=True):
        aside = {"start": "right", "end": "left", "middle": "above" if label.y < pin.top else "below"}
        sides.append(aside[label.anchor] if label.fits else "none")
    return sides


def test_a_name_is_to_the_right_if_nothing_is_there() -> None:
    assert where([dot(50, 50)]) == ["right"]


def test_a_name_stays_inside_the_frame() -> None:
    assert where([dot(90, 50)]) == ["left"]
    assert where([dot(10, 90)], frame=Box(0, 0, 22, 100)) == ["above"]
    assert where([dot(10, 10)], frame=Box(0, 0, 22, 100)) == ["below"]
    assert where([dot(10, 10)], frame=Box(0, 0, 14, 100)) == ["none"]


def test_a_name_covers_no_pin_and_no_other_name() -> None:
    assert where([dot(50, 50), dot(62, 50)]) == ["left", "right"]
    assert where([dot(50, 50)], taken=(Box(56, 45, 70, 55),)) == ["left"]
    assert where([dot(50, 50)], taken=(Box(40, 40, 60, 60),)) == ["none"]


def test_a_name_without_room_is_shown_where_there_is_most_of_it() -> None:
    long = "A" * 40
    left, right = place_labels([long] * 2, [dot(20, 50), dot(80, 50)], FRAME, 10, [])
    assert (left.anchor, left.fits) == ("start", False)
    assert (right.anchor, right.fits) == ("end", False)


def test_wide_letters_are_known() -> None:
    assert labels.text_width("キーウ", 10) > labels.text_width("Kyi", 10)
    assert labels.text_width("e\u0301", 10) == labels.text_width("e", 10)


# The drawings.


def test_two_places_and_an_island(world) -> None:
    """Ten degrees at the equator: with room round them the 700 pixels show 12.4 degrees, 56.45 pixels a degree."""
    world(shapely.box(9, -1, 11, 1))
    found = region_map(index((place(0, 5, "A"), 3), (place(0, 15, "B"), 1))).wide
    assert (found.width, found.height) == (700, 350)
    assert [(pin.name.name, pin.count, pin.x, pin.y) for pin in found.pins] == [("A", 3, 67.7, 175), ("B", 1, 632.3, 175)]
    assert points(found.land) == [{(293.5, 118.5), (406.5, 118.5), (406.5, 231.5), (293.5, 231.5)}]
    assert found.pins[0].radius ** 2 == pytest.approx(3 * found.pins[1].radius ** 2, rel=0.05)
    assert found.scale_bar.km == 200  # of 1378; a fifth is 276
    assert found.scale_bar.length == pytest.approx(200 / 111.2 * 56.45, abs=0.1)


def test_each_pin_can_be_pressed() -> None:
    """Half the way to the next one, no more than 16 pixels; in one spot at least the dot itself."""
    three = region_map(index((place(50, 30, "A"), 1), (place(50, 30, "B"), 1), (place(52, 34, "C"), 1))).wide.pins
    assert [pin.reach for pin in three] == [4, 4, 16]


def test_without_a_position_there_is_no_map() -> None:
    assert region_map(index()) is None
    assert region_map(index((place(None, None), 1))) is None
    assert detail_map([]) is None


def test_the_equator_and_the_meridian_are_positions() -> None:
    assert len(detail_map([place(0, 0)]).pins) == 1


def test_a_window_grows_until_it_shows_a_coast(world) -> None:
    """The island begins 10 degrees to the east; a window of 600 km round the place ends after 2.7."""
    world(shapely.box(10, -20, 40, 20))
    assert points(detail_map([place(0, 0)]).land) != []


def test_the_world_without_a_coast_ends_the_search(world) -> None:
    world()
    assert detail_map([place(0, 0)]).land == ""


def test_places_far_off_are_beyond_the_map() -> None:
    near = [(place(46.6, 32.6, "Kherson"), 8), (place(50.45, 30.5, "Kyiv"), 3)]
    found = region_map(index(*near, (place(40.7, -74, "New York"), 1)))
    assert {pin.name.name for pin in found.wide.pins} == {pin.name.name for pin in found.narrow.pins} == {"Kherson", "Kyiv"}
    assert [(name.name, count) for name, count in found.beyond] == [("New York", 1)]
    (new_york,) = found.overview.pins
    frame = found.overview.frame
    assert new_york.x < frame.left < frame.right <= found.overview.width
    assert 0 <= frame.top < frame.bottom <= found.overview.height


def test_a_place_left_out_that_the_map_shows_all_the_same_is_on_it() -> None:
    """B is 980 km from A, and leaving it out would halve the map; but the nearest coast, the Caspian, is 1900 km from A."""
    assert main_region({(48, 80): 9, (48, 93.2): 1}, WIDE) == ((48, 80),)
    found = region_map(index((place(48, 80, "A"), 9), (place(48, 93.2, "B"), 1)))
    assert [pin.name.name for pin in found.wide.pins] == ["A", "B"]
    assert found.beyond == ()
    assert found.overview is None


def test_of_many_places_those_with_most_entries_have_pins() -> None:
    many = [(place(40 + number % 10, 20 + number // 10 / 2, f"P{number:03}"), 1 + (number == 150)) for number in range(151)]
    found = region_map(index(*many))
    assert found.inside == 151
    assert len(found.wide.pins) == 120
    assert found.wide.pins[0].name.name == "P150"
    assert len(found.narrow.pins) == 60


def test_the_same_places_in_any_order_make_the_same_map() -> None:
    places = [(place(46.6 + number / 3, 32 + number, f"P{number}"), 1 + number % 3) for number in range(12)]
    first = region_map(index(*places))
    land.shows_a_coast.cache_clear()
    land_path.cache_clear()
    assert region_map(index(*reversed(places))) == first


def test_a_small_map_is_small() -> None:
    for lat, lon in [(67.3, 14.4), (-53, -72), (58.5, -134), (70, -53), (-18, 178)]:  # fjords, and islands without number
        found = detail_map([place(lat, lon)])
        assert isinstance(found, Drawing)
        assert 0 < len(found.land) <= 2000


# The page.


@pytest.mark.parametrize("text", PAYLOADS)
def test_names_are_text_and_nothing_else(text: str) -> None:
    named = place(46.6, 32.6, text)
    found = index((named, 2))
    entries = tuple({entry.id: entry for listing in found.listings for entry in listing.entries}.values())
    pages = dict(render_pages(Chronology(entries, None, (), (found,), (), ()), Site("x")))
    html = to_html(pages["timeline/places/index.md"].split("\n---\n", 1)[1])
    pins = [attributes for tag, attributes in tags_of(html) if tag == "a" and attributes.get("class") == "tl-pin"]
    assert [pin["aria-label"] for pin in pins] == [f"{plain(text)}: 2 entries"] * 2  # for wide and for narrow screens
    assert pins[0]["href"] == f"{named.id}/"
    assert text_of(html).count(plain(text)) >= 3
    allowed = {tag: tuple(attributes) for tag, attributes in EXPECTED_TAGS.items()}
    assert [fault for fault in live(html, allowed) if "href" not in fault] == []


DRAWN = ("class", "x", "y", "width", "height", "d", "cx", "cy", "r", "fill-rule", "text-anchor", "aria-hidden")
EXPECTED_TAGS = {
    **dict.fromkeys(["path", "circle", "text", "tspan", "rect", "g", "title"], DRAWN),
    "svg": ("class", "viewbox", "font-size", "role", "aria-label"),
    "figure": ("class", "data-pagefind-ignore"),
    "figcaption": (),
    "a": ("class", "href", "aria-label"),
    **dict.fromkeys(["div", "span", "ul", "li", "p"], ("class", "data-pagefind-ignore")),
    **dict.fromkeys(["h1", "h2"], ("id",)),
}
