#!/usr/bin/env bash
# Rehearsals on an idle machine: what was forecast and what came, as the rows of
# app/src/main/resources/clock2cloud/app/spot/rehearsals.csv. From the project's root: bench/spot/rehearsals.sh [command, default ./c2c]
set -euo pipefail
c2c=${1:-./c2c}
echo "forecast_kills,kills,forecast_lost_epochs,lost_epochs,forecast_wall_s,wall_s,arguments"
while read -r arguments; do
  # shellcheck disable=SC2086
  $c2c spot rehearse $arguments --quiet --format json </dev/null | tr -d ' \n' |
    sed -E 's/.*"kills":([0-9]+).*"forecastKills":([0-9]+),"forecastLostEpochs":([0-9.E-]+),"measuredLostEpochs":([0-9.E-]+).*"forecastWallSeconds":([0-9.E-]+),"measuredWallSeconds":([0-9.E-]+).*/\2,\1,\3,\4,\5,\6/' |
    sed "s|$|,$arguments|"
  echo
done <<'ROWS'
--mean-life 30min --epochs 60
--mean-life 1h --epochs 30 --layers 784,128,10 --rows 2000
--bid 0.2 --model zones --epochs 20 --start 16h
--mean-life 9min --restart 30s --checkpoint 4min --every 2 --layers 784,256,10 --rows 60 --seed 5
ROWS
