"""The door for the web server, where whoever was not placed reaches nothing.

To be imported by a web process only: it closes the second wall for the whole process.
"""

from werkbrief.config.application import application
from werkbrief.walls import close_the_rest

__all__ = ["application"]

close_the_rest()
