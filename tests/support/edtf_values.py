"""EDTF values to try: a table of those that are accepted, and strategies that make all forms of the profile."""

from hypothesis import strategies as st

from timeline.dates import EdtfError, When, parse

# value, precision, earliest, latest
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
"""

# value | offset | a piece of the message | a piece of the help

# Every form of the profile, with impossible days and reversed intervals among them.
years = st.integers(0, 9999).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(0, 13))
days = st.builds("{}-{:02}".format, months, st.integers(0, 32))
seasons = st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 24]))
quarters = st.builds("{}-{}".format, years, st.sampled_from([33, 34, 35, 36]))
rounded = st.integers(0, 999).map("{:03}X".format) | st.integers(0, 99).map("{:02}XX".format)
clocks = st.builds(
    "{}T{:02}:{:02}{}{}".format,
    days,
    st.integers(0, 25),
    st.integers(0, 60),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["Z", "+03:00", "-05:30", "+14:00"]),
)
dates = st.builds(str.__add__, years | months | days | seasons | quarters | rounded, st.sampled_from(["", *"?~%"]))
intervals = st.builds("{}/{}".format, dates | st.sampled_from(["", ".."]), dates | st.sampled_from(["", ".."]))
profile = dates | clocks | intervals


def parsed(text: str) -> When | None:
    try:
        return parse(text)
    except EdtfError as refusal:
        assert 0 <= refusal.offset <= len(text)
        assert refusal.message
        assert refusal.help
        return None
