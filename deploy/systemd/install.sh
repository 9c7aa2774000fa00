#!/bin/sh
# Install the units on Debian, Ubuntu, UOS or Kylin: sudo sh deploy/systemd/install.sh, from the checkout in /opt/taoli.
# A second run changes nothing that was set.
set -eu
cd /opt/taoli
id taoli >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin taoli
install -d -m 0750 -o root -g taoli /etc/taoli
test -f /etc/taoli/taoli.env || install -m 0640 -o root -g taoli deploy/taoli.env.example /etc/taoli/taoli.env
for folder in /var/lib/taoli /var/lib/taoli-keys /var/lib/taoli-backups; do
    install -d -m 0700 -o taoli -g taoli "$folder"
done
install -m 0644 deploy/systemd/*.service deploy/systemd/*.timer /etc/systemd/system/
systemctl daemon-reload
sh deploy/taoli upgrade
systemctl enable --now taoli-web.service taoli-worker.service taoli-backup.timer taoli-drill.timer taoli-tidy.timer \
    taoli-notices.timer taoli-alarm.timer taoli-proof.timer
sh deploy/taoli deployment_check || true
