# Settings of copying in turn and of handing over.
settings-small-window = Keep a small window on top while copying in turn
settings-sender = Your name on sheets
settings-sender-help = Receivers read it. Empty means your account’s name on this computer.
