@echo off
rem Starts Viva Voce with the Java runtime beside it; every argument is the program's.
rem VIVAVOCE_OPTS: options for the Java runtime.
setlocal
set "HOME_DIR=%~dp0.."
"%HOME_DIR%\runtime\bin\java.exe" ${jvm.options} %VIVAVOCE_OPTS% -classpath "%HOME_DIR%\lib\*" org.vivavoce.Main %*
exit /b %ERRORLEVEL%
