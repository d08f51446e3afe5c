a = "x ${ b
"
