# The words that open a sealed file.

passphrase-words = Passphrase
passphrase-opens = These six words open it
passphrase-copy = Copy the words
passphrase-show-folder = Show in folder
passphrase-once = Shown this once and kept nowhere. Note them now: without them, nobody can open the file.
passphrase-other-channel = Give the words another way than the file, for example by telephone.
passphrase-noted = The words are noted, hide them
