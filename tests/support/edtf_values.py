"""EDTF values to try: a table of those that are accepted, and strategies that make all forms of the profile."""

from hypothesis import strategies as st

from timeline.dates import EdtfError, When, parse

# value, precision (with _ for a blank), earliest, latest
ACCEPTED = """
2022                        year      2022-01-01  2022-12-31
0001                        year      0001-01-01  0001-12-31
9999                        year      9999-01-01  9999-12-31
2022-10                     month     2022-10-01  2022-10-31
2022-02                     month     2022-02-01  2022-02-28
2024-02                     month     2024-02-01  2024-02-29
1900-02                     month     1900-02-01  1900-02-28
9999-12                     month     9999-12-01  9999-12-31
2022-10-13                  day       2022-10-13  2022-10-13
2024-02-29                  day       2024-02-29  2024-02-29
2022-10-13T05:00+03:00      day       2022-10-13  2022-10-13
2022-10-13T23:59:59-14:00   day       2022-10-13  2022-10-13
2022-10-13T00:00Z           day       2022-10-13  2022-10-13
2022-21                     season    2022-03-01  2022-05-31
2022-22                     season    2022-06-01  2022-08-31
2022-23                     season    2022-09-01  2022-11-30
2022-24                     season    2022-12-01  2023-02-28
2023-24                     season    2023-12-01  2024-02-29
9998-24                     season    9998-12-01  9999-02-28
2022-33                     quarter   2022-01-01  2022-03-31
2022-34                     quarter   2022-04-01  2022-06-30
2022-36                     quarter   2022-10-01  2022-12-31
199X                        decade    1990-01-01  1999-12-31
001X                        decade    0010-01-01  0019-12-31
19XX                        century   1900-01-01  1999-12-31
2022?                       year      2022-01-01  2022-12-31
2022-10~                    month     2022-10-01  2022-10-31
2022-10-13%                 day       2022-10-13  2022-10-13
2022-23~                    season    2022-09-01  2022-11-30
199X?                       decade    1990-01-01  1999-12-31
2022-09-23/2022-09-27       interval  2022-09-23  2022-09-27
2022-10/2022-11-09          interval  2022-10-01  2022-11-09
2022-10-18/2022-11-09~      interval  2022-10-18  2022-11-09
2022-10-18?/2022-11         interval  2022-10-18  2022-11-30
2022/2022                   interval  2022-01-01  2022-12-31
2022-10-13/2022-10          interval  2022-10-13  2022-10-31
2022-10-13/2022             interval  2022-10-13  2022-12-31
198X/199X                   interval  1980-01-01  1999-12-31
../2024-05                  interval  -           2024-05-31
/2024-05                    interval  -           2024-05-31
2022-10/..                  interval  2022-10-01  -
2022-10~/                   interval  2022-10-01  -
0000                        year      0000-01-01  0000-12-31
-0043                       year      -0043-01-01 -0043-12-31
-0043-03-15                 day       -0043-03-15 -0043-03-15
-0003-02                    month     -0003-02-01 -0003-02-28
0000-02                     month     0000-02-01  0000-02-29
-0043-24                    season    -0043-12-01 -0042-02-28
9999-24                     season    9999-12-01  +10000-02-29
000X                        decade    0000-01-01  0009-12-31
-004X                       decade    -0049-01-01 -0040-12-31
-00XX                       century   -0099-01-01 0000-12-31
-01XX?                      century   -0199-01-01 -0100-12-31
-0043-03-15T05:00Z          day       -0043-03-15 -0043-03-15
-0100/0014~                 interval  -0100-01-01 0014-12-31
../-0043                    interval  -           -0043-12-31
Y17000                      year      +17000-01-01 +17000-12-31
Y-17000                     year      -17000-01-01 -17000-12-31
Y-17000/-0043               interval  -17000-01-01 -0043-12-31
Y-17E3                      rounded_year -17500-01-01 -16501-12-31
Y-17E7                      rounded_year -175000000-01-01 -165000001-12-31
Y2E4                        rounded_year +15000-01-01 +24999-12-31
2004-XX                     year      2004-01-01  2004-12-31
2004-XX-XX                  year      2004-01-01  2004-12-31
2004-06-XX                  month     2004-06-01  2004-06-30
2004-06-XX~                 month     2004-06-01  2004-06-30
1984?/2004-06~              interval  1984-01-01  2004-06-30
2004-06~-11                 day       2004-06-11  2004-06-11
?2004-06-11                 day       2004-06-11  2004-06-11
2004-%06                    month     2004-06-01  2004-06-30
2004?-06-~11                day       2004-06-11  2004-06-11
2004-06~-11/2004-07         interval  2004-06-11  2004-07-31
~2022-10                    month     2022-10-01  2022-10-31
2022-25                     season    2022-03-01  2022-05-31
2022-28                     season    2022-12-01  2023-02-28
2022-29                     season    2022-09-01  2022-11-30
2022-30                     season    2022-12-01  2023-02-28
2022-31~                    season    2022-03-01  2022-05-31
2022-32                     season    2022-06-01  2022-08-31
2022-37                     quadrimester 2022-01-01  2022-04-30
2022-39                     quadrimester 2022-09-01  2022-12-31
2022-40                     semester  2022-01-01  2022-06-30
2022-41?                    semester  2022-07-01  2022-12-31
[1667,1668]                 one_of_a_set 1667-01-01  1668-12-31
[1668,1667]                 one_of_a_set 1667-01-01  1668-12-31
[1667..1672]                one_of_a_set 1667-01-01  1672-12-31
[..1760]                    one_of_a_set -           1760-12-31
[1760-12..]                 one_of_a_set 1760-12-01  -
[2004-06-11,2004-06-13]     one_of_a_set 2004-06-11  2004-06-13
[1667,1668,1760-12..]       one_of_a_set 1667-01-01  -
"""

# Every form of the profile, with impossible days and reversed intervals among them.
years = st.integers(0, 9999).map("{:04}".format) | st.integers(1, 9999).map("-{:04}".format) | st.just("2022")
months = st.builds("{}-{:02}".format, years, st.integers(0, 13))
days = st.builds("{}-{:02}".format, months, st.integers(0, 32))
numbered = st.builds("{}-{}".format, years, st.integers(20, 42))
rounded = st.integers(0, 999).map("{:03}X".format) | st.integers(0, 99).map("{:02}XX".format)
rounded = rounded | rounded.map("-{}".format)
unspecified = st.builds("{}-XX".format, years | months | years.map("{}-XX".format))
long = st.builds("Y{}{}{}".format, st.sampled_from(["", "-"]), st.integers(1, 10**6), st.sampled_from(["", "E1", "E3", "E7"]))
clocks = st.builds(
    "{}T{:02}:{:02}{}{}".format,
    days,
    st.integers(0, 25),
    st.integers(0, 60),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["Z", "+03:00", "-05:30", "+14:00"]),
)
signs = st.sampled_from(["", "", *"?~%"])
components = st.builds("{}{}-{}{}{}-{}{}".format, signs, years, signs, st.just("06"), signs, signs, st.just("11"))
dates = st.builds(str.__add__, years | months | days | numbered | rounded | unspecified | long, st.sampled_from(["", *"?~%"]))
dates = dates | components
ends = dates | st.sampled_from(["", ".."])
intervals = st.builds("{}/{}".format, ends, ends)
ranges = dates | st.builds("{}..{}".format, dates | st.just(""), dates | st.just(""))
sets = st.lists(ranges, min_size=1, max_size=3).map(lambda members: f"[{','.join(members)}]")
profile = dates | clocks | intervals | sets


def parsed(text: str) -> When | None:
    try:
        return parse(text)
    except EdtfError as refusal:
        assert 0 <= refusal.offset <= len(text)
        assert refusal.message
        assert refusal.help
        return None
