@echo off
rem Runs Maven: the one on the PATH if it is at least 3.8, otherwise the version that
rem .mvn\wrapper\maven-wrapper.properties names, fetched once from the Apache project's archive.
rem MAVEN_USER_HOME is where it is kept, .m2 in the user's folder by default.
setlocal EnableExtensions DisableDelayedExpansion
set "properties=%~dp0.mvn\wrapper\maven-wrapper.properties"

if not defined JAVA_HOME goto :onpath
if exist "%JAVA_HOME%\bin\java.exe" goto :maven
>&2 echo mvnw: JAVA_HOME is '%JAVA_HOME%', which has no bin\java.exe; point it at a JDK, or unset it
exit /b 1
:onpath
where /q java.exe && goto :maven
>&2 echo mvnw: no Java found on the PATH or in JAVA_HOME; install a JDK 25
exit /b 1

:maven
where /q mvn.cmd || goto :own
set "major=0"
set "minor=0"
for /f "tokens=3" %%v in ('mvn --version 2^>nul ^| findstr /c:"Apache Maven"') do for /f "tokens=1,2 delims=." %%a in ("%%v") do set "major=%%a" & set "minor=%%b"
if %major% GTR 3 goto :system
if %major% LSS 3 goto :own
if %minor% LSS 8 goto :own
:system
call mvn %*
exit /b %ERRORLEVEL%

:own
set "version="
set "sha512="
if exist "%properties%" for /f "usebackq eol=# tokens=1,2 delims==" %%k in ("%properties%") do (
  if "%%k"=="version" set "version=%%l"
  if "%%k"=="sha512" set "sha512=%%l"
)
if not defined version goto :unnamed
if not defined sha512 goto :unnamed
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "kept=%MAVEN_USER_HOME%\wrapper\dists"
set "own=%kept%\apache-maven-%version%"
if exist "%own%\bin\mvn.cmd" goto :run
set "url=https://archive.apache.org/dist/maven/maven-3/%version%/binaries/apache-maven-%version%-bin.tar.gz"
set "work=%kept%\fetch.%RANDOM%%RANDOM%"
mkdir "%work%" 2>nul
if exist "%work%\" goto :fetch
>&2 echo mvnw: cannot make a folder in '%kept%'; set MAVEN_USER_HOME to one that can be written
exit /b 1

:fetch
>&2 echo mvnw: no Maven of at least 3.8 on the PATH; fetching %version% once, into %kept%
set "problem=curl.exe or tar.exe is missing, which fetch Maven; install Maven 3.8 or newer"
where /q curl.exe || goto :failed
where /q tar.exe || goto :failed
set "problem=cannot fetch %url%; install Maven 3.8 or newer, or try again with a network"
curl.exe -fsSL --retry 2 --connect-timeout 20 -o "%work%\maven.tar.gz" "%url%" || goto :failed
set "came="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%work%\maven.tar.gz" SHA512') do if not defined came set "came=%%h"
set "came=%came: =%"
set "problem=%url% is not what was expected and was thrown away: SHA-512 should be %sha512%, came %came%"
if /i not "%came%"=="%sha512%" goto :failed
set "problem=cannot unpack %url% into '%own%'"
tar.exe -xzf "%work%\maven.tar.gz" -C "%work%" || goto :failed
if not exist "%own%\bin\mvn.cmd" move "%work%\apache-maven-%version%" "%own%" >nul || goto :failed
rmdir /s /q "%work%"

:run
call "%own%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:failed
>&2 echo mvnw: %problem%
rmdir /s /q "%work%" 2>nul
exit /b 1

:unnamed
>&2 echo mvnw: '%properties%' does not name the Maven to fetch by lines 'version=...' and 'sha512=...'
exit /b 1
