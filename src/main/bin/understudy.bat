@echo off
rem Starts Understudy on a Java of at least 25 that it finds by itself.
rem UNDERSTUDY_JAVA_HOME names one to use; UNDERSTUDY_JAVA_OPTS holds more options for it.
setlocal EnableExtensions DisableDelayedExpansion
set "wanted=25"
set "chosen="
for %%h in ("%~dp0..") do set "home=%%~fh"
if not exist "%home%\lib\" goto :broken
if not exist "%home%\javafx\" goto :broken

if not defined UNDERSTUDY_JAVA_HOME goto :search
call :try "%UNDERSTUDY_JAVA_HOME%"
if defined chosen goto :run
>&2 echo understudy: UNDERSTUDY_JAVA_HOME is '%UNDERSTUDY_JAVA_HOME%', which holds no Java %wanted% or newer; point it at one, or unset it
exit /b 2

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined chosen goto :run
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if defined chosen goto :run
for %%r in (
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\Amazon Corretto"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
) do for /d %%j in ("%%~r\*") do call :try "%%~j"
if defined chosen goto :run
>&2 echo understudy: no Java %wanted% or newer in JAVA_HOME, on the PATH or in the usual folders; install a JDK %wanted%, or set UNDERSTUDY_JAVA_HOME to one
exit /b 2

:run
rem Classes that the build has loaded before, by a Java that may be another one: that Java is slower
rem without them, and must not talk of it.
set "ready="
if exist "%home%\lib\understudy.aot" set ready=-Xlog:disable "-XX:AOTCache=%home%\lib\understudy.aot"
rem The window stands still while Java collects garbage: so, often and briefly.
set "window="
if "%~1"=="" set "window=-XX:MaxGCPauseMillis=50 -XX:+UnlockExperimentalVMOptions -XX:G1NewSizePercent=1"
"%chosen%\bin\java.exe" %ready% %window% %UNDERSTUDY_JAVA_OPTS% --module-path "%home%\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics --class-path "%home%\lib\*" understudy.app.Main %*
exit /b %ERRORLEVEL%

:broken
>&2 echo understudy: '%home%' has no lib and javafx folders beside bin; keep the application folder whole
exit /b 2

rem Sets chosen to folder %1 if nothing was chosen yet and its release file names a Java that fits.
:try
if defined chosen exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "found="
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~f1\release"') do for /f "delims=.-+" %%m in ("%%~v") do set "found=%%m"
if not defined found exit /b 0
if %found% GEQ %wanted% set "chosen=%~f1"
exit /b 0
