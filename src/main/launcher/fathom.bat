@echo off
rem Starts Fathom from its folder; JAVA_HOME chooses the Java, else the one on the path is taken.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%HOME_DIR%\bin\jvm.options" "-Dfathom.home=%HOME_DIR%" --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls,javafx.fxml -cp "%HOME_DIR%\lib\*" dev.fathom.Main %*
