"""The hour types of SETU 1.4, spelled as its validators want them to the letter."""

_VARIANTS = {
    "complemented": ("Regular", "Overtime", "Shift", "Additional"),
    "canceled": (
        "Regular",
        "Overtime",
        "Overtimeplus",
        "Shift",
        "Shiftplus",
        "Additional",
        "Additionalplus",
    ),
    "wage dispensation": ("Regular", "Overtime", "Shift", "Additional"),
}
_PLAIN = """
    Regular|Overtime|Overtimeplus|Shift|Shiftplus|Additional|Additionalplus
    Attendance|Standby|Travel|Internal|Internship|Training|Contract hours
    Work underload|Time for time hour build-up|Time for time overtime hour build-up
    Withdrawal time for time hours|Break|Sick time|Pregnancy sick time
    Child-birth sick time|Vacation|Vacation additional|Holiday|Special Leave
    Short leave|Unpaid leave|Care Leave|Adoption leave|Maternity Leave
    Compensation leave|Reduction of working hours|WTR (work time reduction)|Funeral
    Transition allowance
"""
HOUR_TYPES_1_4 = frozenset(
    [name.strip() for line in _PLAIN.split("\n") for name in line.split("|")]
    + [f"{base} {name}" for name, bases in _VARIANTS.items() for base in bases]
) - {""}
