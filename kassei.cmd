@echo off
rem Starts Kassei with Java 17 or newer. A source checkout is built on the first start; after a
rem change delete cli\target\quick. In the distribution the jars lie in lib\ beside this file.
rem Unlike the script "kassei" it keeps no archive of loaded classes.
rem
rem   KASSEI_JAVA       the Java to use: a java.exe or a Java home
rem   KASSEI_JAVA_OPTS  more options for the Java machine
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

set "JAR=%~dp0lib\kassei.jar"
if exist "%~dp0pom.xml" set "JAR=%~dp0cli\target\quick\lib\kassei.jar"
if not exist "%JAR%" if exist "%~dp0pom.xml" call :build
if not exist "%JAR%" (
  echo kassei: "%JAR%" is missing; unpack the distribution again, or see why the build failed.>&2
  exit /b 2
)

rem A semicolon separates the parts of a class path and has no escape.
if not "%JAR:;=%"=="%JAR%" (
  echo kassei: Java cannot be started from a folder with a semicolon in its name; move Kassei out of "%~dp0".>&2
  exit /b 2
)

rem The vector kernels need an incubator module, which what computes little does without; so it does with Java's
rem first compiler alone. Where networks are trained the second one waits, but not for the engine.
set "MODULES=--add-modules=jdk.incubator.vector -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400"
set "MODULES=%MODULES% -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 -XX:CompileCommand=quiet"
set "MODULES=%MODULES% -XX:CompileCommand=CompileThresholdScaling,dev/kassei/trainer/engine/*.*,0.25"
for %%C in (gallery list new plot show validate -h --help -V --version) do if "%~1"=="%%C" set "MODULES=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "MODULES=-XX:TieredStopAtLevel=1"
for %%C in (check compare) do if "%~1"=="%%C" set "MODULES="

rem The console shows UTF-8 while Kassei runs; afterwards what it showed before.
for /f "tokens=2 delims=:" %%C in ('chcp') do set "CODE_PAGE=%%C"
set "CODE_PAGE=%CODE_PAGE:.=%"
chcp 65001 >nul
"%JAVA_EXE%" %MODULES% -XX:PerMethodTrapLimit=10000 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=warning:stderr ^
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dguice_bytecode_gen_option=DISABLED ^
  %KASSEI_JAVA_OPTS% ^
  -cp "%JAR%" dev.kassei.cli.Kassei %*
set "EXIT_CODE=%ERRORLEVEL%"
chcp %CODE_PAGE% >nul
exit /b %EXIT_CODE%

:build
echo kassei: building (on the first start) ...>&2
set "MAVEN=%~dp0mvnw.cmd"
for %%M in (mvn.cmd) do if not "%%~$PATH:M"=="" set "MAVEN=%%~$PATH:M"
pushd "%~dp0"
call "%MAVEN%" -q -B -ntp -pl cli -am -Dquick -Dmaven.test.skip -Dassembly.skipAssembly package >&2
popd
exit /b 0
