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
        .widget__title { text-transform: none; }
        /* The ring counts tests; without words it would be read as accuracy. */
        .summary-widget__chart { position: relative; }
        .summary-widget__chart::after {
            content: "evaluated";
            position: absolute; left: 0; right: 0; top: 64%;
            text-align: center; font-size: 14px; color: #777;
        }
        /* The same for all subjects, and shown with each of them; the room is for names. */
        .node__parameters { display: none; }
        .description__text table { margin: 12px 0; }
        .description__text th, .description__text td { padding: 3px 20px 3px 0; border-bottom: 1px solid #ddd; }
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
