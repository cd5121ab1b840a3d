// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace mottaget::app {

using namespace Qt::StringLiterals;

Result<Options, OptionsText> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({
        {u"demo"_s, u"Start with a demo region of made-up residents on this machine."_s},
        {u"data"_s, u"Data folder."_s, u"DIR"_s},
        {u"region"_s, u"FHIR base URL of the region."_s, u"URL"_s},
        {u"token-file"_s, u"File that holds the bearer token."_s, u"FILE"_s},
        {u"ca-bundle"_s, u"Authorities (PEM) that may vouch for the region, in place of the system's."_s, u"FILE"_s},
        {u"recovery-key"_s, u"The region's public key (PEM), to which keys of unsent work are wrapped as well."_s, u"FILE"_s},
        {u"screenshots"_s, u"Render the main screens to PNG files and end."_s, u"DIR"_s},
        {u"theme"_s, u"light, dark or contrast."_s, u"NAME"_s},
        {u"language"_s, u"sv or en."_s, u"CODE"_s},
    });
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments))
        return failed(OptionsText {parser.errorText(), false});
    if (parser.isSet(u"help"_s))
        return failed(OptionsText {parser.helpText().replace(u"<executable_name>"_s, u"mottaget"_s), true}); // there is no application yet
    if (parser.isSet(u"version"_s))
        return failed(OptionsText {u"mottaget "_s + QCoreApplication::applicationVersion(), true});
    Options options;
    options.demo = parser.isSet(u"demo"_s);
    options.data = parser.value(u"data"_s);
    options.region = QUrl(parser.value(u"region"_s));
    options.tokenFile = parser.value(u"token-file"_s);
    options.caBundle = parser.value(u"ca-bundle"_s);
    options.recoveryKey = parser.value(u"recovery-key"_s);
    options.screenshots = parser.value(u"screenshots"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"language"_s);
    options.regionArguments = parser.positionalArguments();
    if (!options.demo && (options.region.isEmpty() || options.tokenFile.isEmpty() || options.data.isEmpty()))
        return failed(OptionsText {u"Start with --demo, or with --region URL --token-file FILE --data DIR."_s, false});
    return options;
}

} // namespace mottaget::app
