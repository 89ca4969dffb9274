# La petite fenêtre de la copie tour à tour.
settings-small-window = Garder une petite fenêtre au premier plan pendant la copie tour à tour
