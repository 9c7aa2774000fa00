#!/bin/sh
# In a container there is no timer: back up every night at half past two, try the backup on the first of the month.
set -u
while true; do
    sleep $((60 - $(date +%s) % 60))
    if [ "$(date +%H:%M)" = "02:30" ]; then
        python manage.py backup || true
        if [ "$(date +%d)" = "01" ]; then
            python manage.py restore_drill || true
        fi
    fi
done
