# The small window of copying in turn.
settings-small-window = Keep a small window on top while copying in turn
