"""What an answer is, in the words of HTTP: said once for all screens."""

CONFLICT, UNREADABLE = 409, 422
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
