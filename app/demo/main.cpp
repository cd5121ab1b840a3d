// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/region.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int complain(const QString& text)
{
    std::fprintf(stderr, "mottaget-demo-region: %s\n", text.toUtf8().constData());
    return 2;
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"A FHIR R4 server with fictional residents, on 127.0.0.1 only.\n\n"_s + mottaget::demo::faultsHelp());
    parser.addHelpOption();
    parser.addOptions({{u"port"_s, u"Port; 0 picks a free one."_s, u"P"_s, u"0"_s}, {u"seed"_s, u"Seed of the data."_s, u"S"_s, u"1"_s},
        {u"now"_s, u"Instant at which the region's clock starts."_s, u"INSTANT"_s},
        {u"residents"_s, u"Number of residents."_s, u"N"_s, u"400"_s}, {u"cases"_s, u"Number of cases."_s, u"N"_s, u"380"_s},
        {u"faults"_s, u"What to do wrong; see above."_s, u"SPEC"_s},
        {u"store"_s, u"File that keeps what is written over restarts."_s, u"FILE"_s},
        {u"transcript"_s, u"File to record the traffic in, without tokens."_s, u"FILE"_s},
        {u"receives"_s, u"Until a message is received, in ms."_s, u"MS"_s, u"1000"_s},
        {u"reads"_s, u"Until a received message is read, in seconds; 0: never."_s, u"SECONDS"_s, u"0"_s}});
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);

    bool numbers = true;
    const auto number = [&](const QString& name) {
        bool good = false;
        const int value = parser.value(name).toInt(&good);
        numbers = numbers && good && value >= 0;
        return value;
    };
    mottaget::demo::RegionOptions options;
    const int port = number(u"port"_s);
    options.seed = static_cast<quint32>(number(u"seed"_s));
    options.residents = number(u"residents"_s);
    options.cases = number(u"cases"_s);
    options.receivesMs = number(u"receives"_s);
    options.readsSeconds = number(u"reads"_s);
    options.store = parser.value(u"store"_s);
    options.transcript = parser.value(u"transcript"_s);
    if (!numbers || port > 65535)
        return complain(u"a number is wrong; see --help"_s);
    if (parser.isSet(u"now"_s)) {
        options.now = QDateTime::fromString(parser.value(u"now"_s), Qt::ISODateWithMs);
        if (!options.now->isValid())
            return complain(u"--now is no instant"_s);
    }
    const auto faults = mottaget::demo::parseFaults(parser.value(u"faults"_s).toUtf8());
    if (!faults)
        return complain(u"no such fault: "_s + QString::fromUtf8(faults.error()));
    options.faults = *faults;

    mottaget::demo::Region region(options);
    const auto taken = region.start(static_cast<quint16>(port));
    if (!taken) {
        switch (taken.error()) {
        case mottaget::demo::RegionError::PortTaken: return complain(u"the port is taken"_s);
        case mottaget::demo::RegionError::StoreUnreadable: return complain(u"the store file can't be read"_s);
        case mottaget::demo::RegionError::TranscriptUnwritable: return complain(u"the transcript can't be written"_s);
        }
    }
    std::printf("listening 127.0.0.1:%d\n", static_cast<int>(*taken));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
