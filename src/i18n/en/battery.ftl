hint-row = row
settings-tables = Questions on the same scale share a table in wide windows
action-next-screen = Go to the next screen of questions
action-previous-screen = Go back to the screen before
