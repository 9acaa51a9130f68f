"""The parts of a year that EDTF numbers from 21 to 41: their numbers, and the months that this project gives them.

ISO 8601-2 and the Library of Congress number them and leave the months of seasons open. Here these are the meteorological
seasons. 21 to 24 are seasons of no stated place, with the months of the northern hemisphere.
"""

# The number of a part of a year, and the number of the first of its months. What begins in December ends in the next year.
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
NORTHERN = {25: 3, 26: 6, 27: 9, 28: 12}
SOUTHERN = {29: 9, 30: 12, 31: 3, 32: 6}
QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
QUADRIMESTERS = {37: 1, 38: 5, 39: 9}
SEMESTERS = {40: 1, 41: 7}
