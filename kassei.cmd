@echo off
rem Starts Kassei with Java 17 or newer. A source checkout is built on the first start; after a
rem change delete cli\target\quick. In the distribution the jars lie in lib\ beside this file.
rem Beside the jars lie files with options of the JVM. Unlike the script "kassei" this one keeps no archive
rem of loaded classes.
rem
rem   KASSEI_JAVA       the Java to use: a java.exe or a Java home
rem   KASSEI_JAVA_OPTS  more options of the JVM
setlocal EnableExtensions DisableDelayedExpansion

set "JAVA_EXE="
for %%J in (java.exe) do set "JAVA_EXE=%%~$PATH:J"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if defined KASSEI_JAVA set "JAVA_EXE=%KASSEI_JAVA%"
if defined KASSEI_JAVA if exist "%KASSEI_JAVA%\bin\java.exe" set "JAVA_EXE=%KASSEI_JAVA%\bin\java.exe"
if not defined JAVA_EXE (
  echo kassei: Java 17 or newer is needed, but found none: KASSEI_JAVA and JAVA_HOME are not set, no java on PATH.>&2
  exit /b 2
)
if not exist "%JAVA_EXE%" (
  echo kassei: Java 17 or newer is needed, but "%JAVA_EXE%" does not exist.>&2
  exit /b 2
)
"%JAVA_EXE%" -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul
if errorlevel 1 (
  echo kassei: Java 17 or newer is needed, but found "%JAVA_EXE%":>&2
  "%JAVA_EXE%" -version
  exit /b 2
)

set "LIB=%~dp0lib"
if exist "%~dp0pom.xml" set "LIB=%~dp0cli\target\quick\lib"
set "BUILD=done"
set "FILES=kassei.jar common.options brief.options training.options"
set "COMPLETE=yes"
for %%F in (%FILES%) do if not exist "%LIB%\%%F" set "COMPLETE=no"
if exist "%~dp0pom.xml" if "%COMPLETE%"=="no" call :build
if not "%BUILD%"=="done" exit /b 2
for %%F in (%FILES%) do if not exist "%LIB%\%%F" (
  echo kassei: "%LIB%\%%F" is missing; unpack the distribution again, or see why the build of a checkout has not made it.>&2
  exit /b 2
)

rem A semicolon separates the parts of a class path and has no escape.
if not "%LIB:;=%"=="%LIB%" (
  echo kassei: Java cannot be started from a folder with a semicolon in its name; move Kassei out of "%~dp0".>&2
  exit /b 2
)

rem What computes little has C1 alone, and what trains networks has the vector kernels; why, say the files themselves.
set "FIRST=%~1"
set "KIND=training"
if not defined FIRST set "KIND=brief"
if defined FIRST if "%FIRST:~0,1%"=="-" set "KIND=brief"
for %%C in (gallery help list new plot runs show validate) do if "%FIRST%"=="%%C" set "KIND=brief"
for %%C in (check compare) do if "%FIRST%"=="%%C" set "KIND="
for %%C in (-h --help) do if "%~2"=="%%C" set "KIND=brief"
set "KIND_OPTIONS="
if defined KIND set KIND_OPTIONS="@%LIB%\%KIND%.options"

rem The console shows UTF-8 while Kassei runs; afterwards what it showed before.
for /f "tokens=2 delims=:" %%C in ('chcp') do set "CODE_PAGE=%%C"
set "CODE_PAGE=%CODE_PAGE:.=%"
chcp 65001 >nul
"%JAVA_EXE%" "@%LIB%\common.options" %KIND_OPTIONS% %KASSEI_JAVA_OPTS% -cp "%LIB%\kassei.jar" dev.kassei.cli.Kassei %*
set "EXIT_CODE=%ERRORLEVEL%"
chcp %CODE_PAGE% >nul
exit /b %EXIT_CODE%

:build
echo kassei: building (on the first start), about a minute ...>&2
set "MAVEN=%~dp0mvnw.cmd"
for %%M in (mvn.cmd) do if not "%%~$PATH:M"=="" set "MAVEN=%%~$PATH:M"
set "MAVEN_ARGUMENTS=-q -B -ntp -pl cli -am -Dquick -Dmaven.test.skip -Dassembly.skipAssembly package"
pushd "%~dp0"
call "%MAVEN%" %MAVEN_ARGUMENTS% >&2
if errorlevel 1 set "BUILD=failed"
popd
if "%BUILD%"=="done" exit /b 0
echo kassei: the build failed; the messages above say why. The same build by hand, in "%~dp0":>&2
echo   "%MAVEN%" %MAVEN_ARGUMENTS%>&2
exit /b 0
