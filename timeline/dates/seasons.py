"""The seasons of EDTF: their numbers, and the months that this project gives them.

ISO 8601-2 and the Library of Congress number the seasons and leave their months open. Here they are the meteorological
seasons of the northern hemisphere.
"""

# The number of a season, and the number of the first of its three months. Winter ends in the following year.
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
