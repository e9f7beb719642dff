; Installer for one person on Windows, without administrator's rights. makensis is called by installer/windows.py with
;   /DVERSION=… /DFOLDER=…(the built program) /DOUTFILE=… /DICON=…

Unicode true
SetCompressor /SOLID lzma
Name "segdiff ${VERSION}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\segdiff"
InstallDirRegKey HKCU "Software\segdiff" "InstallDir"
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\segdiff"
!define MUI_FINISHPAGE_RUN "$INSTDIR\segdiff-window.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "TradChinese"

!macro Associate EXTENSION CLASS TITLE
  WriteRegStr HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\segdiff-window.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" \
    '"$INSTDIR\segdiff-window.exe" open --in-running-window "%1"'
!macroend

Section "segdiff"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\segdiff.lnk" "$INSTDIR\segdiff-window.exe"
  WriteRegStr HKCU "Software\segdiff" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "segdiff"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "segdiff contributors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\segdiff-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegStr HKCU "Software\Classes\.segdiff" "" "segdiff.session"
  !insertmacro Associate ".segdiff" "segdiff.session" "segdiff session"
  !insertmacro Associate ".nii" "segdiff.nifti" "NIfTI volume"
  !insertmacro Associate ".gz" "segdiff.nifti" "NIfTI volume"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\segdiff.exe"
  Delete "$INSTDIR\segdiff-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\segdiff.lnk"
  DeleteRegKey HKCU "Software\segdiff"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\.segdiff"
  DeleteRegKey HKCU "Software\Classes\segdiff.session"
  DeleteRegKey HKCU "Software\Classes\segdiff.nifti"
  DeleteRegValue HKCU "Software\Classes\.nii\OpenWithProgids" "segdiff.nifti"
  DeleteRegValue HKCU "Software\Classes\.gz\OpenWithProgids" "segdiff.nifti"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
