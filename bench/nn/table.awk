# Lines of "what,threads,program,value" into a table: least / median / most of each program, and ours beside the best peer.
# Seconds and megabytes are better when less, GFLOP/s when more.
BEGIN { FS = "," }
NF == 4 {
  key = $1 " | " $2
  if (!(key in known)) { known[key] = 1; keys[++count] = key }
  if (!((key, $3) in n)) programs[key] = programs[key] ($3 "\n")
  values[key, $3, ++n[key, $3]] = $4 + 0
}
function sort(key, program,    i, j, t, m) {
  m = n[key, program]
  for (i = 1; i <= m; i++) a[i] = values[key, program, i]
  for (i = 2; i <= m; i++) { t = a[i]; for (j = i - 1; j >= 1 && a[j] > t; j--) a[j + 1] = a[j]; a[j + 1] = t }
  return m
}
END {
  print "| what | threads | program | least | median | most | runs | ours / this |"
  print "|---|---|---|---|---|---|---|---|"
  for (k = 1; k <= count; k++) {
    key = keys[k]
    ours = 0
    if ((key, "clock2cloud") in n) { m = sort(key, "clock2cloud"); ours = a[int((m + 1) / 2)] }
    p = split(programs[key], names, "\n") - 1
    for (i = 1; i <= p; i++) {
      m = sort(key, names[i])
      middle = a[int((m + 1) / 2)]
      printf "| %s | %s | %.4g | %.4g | %.4g | %d | %s |\n", key, names[i], a[1], middle, a[m], m, \
        names[i] == "clock2cloud" || !ours || !middle ? "" : sprintf("%.2f", ours / middle)
    }
  }
}
