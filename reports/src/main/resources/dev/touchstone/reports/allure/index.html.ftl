<#-- The page of Allure 2.34.0 without its analytics. The file's name is the one Allure's generator asks for. -->
<!DOCTYPE html>
<html dir="ltr" lang="${reportLanguage!"en"}">
<head>
    <meta charset="utf-8">
    <title>${(reportName!"Touchstone")?html}</title>
    <link rel="icon" href="${faviconUrl}">
    <#list stylesUrls as styleUrl>
    <link rel="stylesheet" type="text/css" href="${styleUrl}">
    </#list>
    <style>
        /* Names of models and metrics are case-sensitive. */
        .widget__title, .environment-widget td { text-transform: none; }
        /* The ring counts tests; without words it would be read as accuracy. */
        .summary-widget__chart::after {
            content: "subjects evaluated without errors; accuracy is under Environment and in the subjects' names";
            display: block; text-align: center; font-size: 12px; color: #777;
        }
    </style>
</head>
<body>
    <div id="alert"></div>
    <div id="content">
        <span class="spinner">
            <span class="spinner__circle"></span>
        </span>
    </div>
    <div id="popup"></div>
    <#list jsUrls as jsUrl>
    <script src="${jsUrl}"></script>
    </#list>
    <#if reportDataFiles?has_content>
    <script async>
        window.reportDataReady = false;
        window.reportData = window.reportData || {};
        function d(name, value){
            return new Promise(function (resolve) {window.reportData[name] = value;resolve(true)});
        }
    </script>
    <script defer>
      Promise.allSettled([
        <#list reportDataFiles as name, value>
        d('${name}','${value}'),
        </#list>
      ]).then(function(){window.reportDataReady = true;})
    </script>
    </#if>
</body>
</html>
