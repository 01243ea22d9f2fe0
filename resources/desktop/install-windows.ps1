# Lets .bcplan files open with the program, for this user only. Run it from the unpacked folder:
#   powershell -ExecutionPolicy Bypass -File install-windows.ps1
# With -Remove it takes that away again.
param([switch]$Remove)
$program = Join-Path (Resolve-Path "$PSScriptRoot\..\..\..") "bcp-planner.exe"
$classes = "HKCU:\Software\Classes"
if ($Remove) {
    Remove-Item -Recurse -ErrorAction SilentlyContinue "$classes\.bcplan"
    Remove-Item -Recurse -ErrorAction SilentlyContinue "$classes\BcpPlanner.Plan"
    exit
}
New-Item -Force "$classes\.bcplan" -Value "BcpPlanner.Plan" | Out-Null
New-Item -Force "$classes\BcpPlanner.Plan" -Value "Continuity plan" | Out-Null
New-Item -Force "$classes\BcpPlanner.Plan\DefaultIcon" -Value "`"$program`",0" | Out-Null
New-Item -Force "$classes\BcpPlanner.Plan\shell\open\command" -Value "`"$program`" `"%1`"" | Out-Null
