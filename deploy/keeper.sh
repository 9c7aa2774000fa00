#!/bin/sh
# In a container there is no timer: ring every minute where a student is not safe; back up every night at half past
# two, prove what is due and met, try the backup on the first of the month; every hour let what was arranged for today come true and forget uploaded files that are a day old; every ten
# minutes remind and hand over notices.
set -u
while true; do
    sleep $((60 - $(date +%s) % 60))
    python manage.py ring_unsafe || true
    case "$(date +%M)" in
    ?0)
        python manage.py remind_talks || true
        python manage.py remind_rounds || true
        python manage.py announce_week || true
        python manage.py remind_visits || true
        python manage.py deliver_notices || true
        ;;
    esac
    if [ "$(date +%M)" = "15" ]; then
        python manage.py turn_day || true
        python manage.py close_surveys || true
        python manage.py tell_draws || true
        python manage.py forget_uploads || true
        python manage.py purge_imports || true
        python manage.py forget_drafts || true
        python manage.py expire_packages || true
        python manage.py erase_appointments || true
        python manage.py remind_checks || true
        python manage.py throw_prints || true
        python manage.py refresh_signals || true
        python manage.py hand_in_summaries || true
        python manage.py release_weeks || true
    fi
    if [ "$(date +%H:%M)" = "02:30" ]; then
        python manage.py backup || true
        python manage.py recount --running || true
        if [ "$(date +%d)" = "01" ]; then
            python manage.py restore_drill || true
        fi
    fi
done
