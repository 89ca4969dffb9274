# Les mots qui ouvrent un fichier scellé.

passphrase-words = Phrase de passe
passphrase-opens = Ces six mots l’ouvrent
passphrase-copy = Copier les mots
passphrase-show-folder = Ouvrir le dossier
passphrase-once = Montrés cette seule fois et gardés nulle part. Notez-les maintenant : sans eux, personne ne peut ouvrir le fichier.
passphrase-other-channel = Donnez les mots par une autre voie que le fichier, par exemple au téléphone.
passphrase-noted = Les mots sont notés, les masquer
