hint-row = qator
settings-tables = Bir xil shkalali savollar keng oynada jadval boʻlib chiqadi
action-next-screen = Keyingi savollar ekraniga oʻtish
action-previous-screen = Oldingi savollar ekraniga qaytish
