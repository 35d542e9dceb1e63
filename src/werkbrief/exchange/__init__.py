"""Files in and out: planning workbooks, SETU messages, Excel."""
