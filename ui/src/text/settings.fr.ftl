# Réglages de la copie tour à tour et de la transmission.
settings-small-window = Garder une petite fenêtre au premier plan pendant la copie tour à tour
settings-sender = Votre nom sur les fiches
settings-sender-help = Les destinataires le lisent. Vide, c’est le nom de votre compte sur cet ordinateur.
