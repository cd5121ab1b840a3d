// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/setup.h"
#include "ui/widgets/sentences.h"

using namespace Qt::StringLiterals;

namespace mottaget::ui {

QString Sentences::openError(const session::OpenError& error)
{
    using enum session::OpenError::Code;
    const auto told = [&error]() -> QString {
        switch (error.code) {
        case RegionNotLoopback: return tr("En demomapp kan bara användas med en region på den här datorn.");
        case FolderNotDemo: return tr("Datamappen innehåller något annat och är inte märkt DEMO.");
        case InUse: return tr("Mottaget är redan igång med samma datamapp.");
        case NetworkDisk: return tr("Datamappen ligger på en nätverksdisk. Välj en mapp på den här datorns egen disk (--data).");
        case NewerFiles: return tr("Filerna är skrivna av en nyare version av Mottaget. Starta den versionen. Inget har ändrats.");
        case DiskFull: return tr("Datorns disk är full. Frigör plats och starta igen, eller ring IT. Inget har ändrats.");
        case NotWritable:
            return tr("Datamappen kan bara läsas. IT kan ge skrivrätt, eller välj en annan mapp (--data). Inget har ändrats.");
        case OutOfMemory: return tr("Datorns minne räcker inte. Stäng andra program och starta igen. Inget har ändrats.");
        case MigrationFailed:
            return tr("En fil från en äldre version kunde inte göras om till den här versionens form. Den är som den var.");
        case DiskFailed: return tr("Datorns disk svarar med fel. Ring IT innan du försöker igen.");
        case SealingBroken: return tr("Krypteringen fungerar inte på den här datorn, och inget öppnas utan den. Ring IT.");
        case NotSetAside: return tr("En fil går inte att öppna och kan inte heller läggas åt sidan. Ring IT. Inget har skrivits över.");
        case CannotOpen: return tr("Filerna i datamappen kan inte öppnas. Inget har ändrats i dem.");
        case BadToken: return tr("Inloggningsfilen har inte den form som väntades.");
        }
        Q_UNREACHABLE();
    };
    return error.detail.isEmpty() ? told() : told() + u'\n' + tr("För IT: %1").arg(error.detail);
}

QString Sentences::fileTrouble(session::FileTrouble trouble)
{
    using enum session::FileTrouble;
    switch (trouble) {
    case Damaged: return tr("skadad på disken");
    case DamagedLog: return tr("loggen var skadad, en kopia är sparad");
    case Corrupt: return tr("innehållet hänger inte ihop");
    case WrongKey: return tr("en annan nyckel har låst den");
    case OtherFile: return tr("en annan fil låg på dess plats");
    case PlainFile: return tr("en okrypterad fil låg på dess plats");
    case UnknownFormat: return tr("okänt format");
    case ForeignLayout: return tr("inte gjord av Mottaget");
    case OlderState: return tr("ett äldre läge, återställt från en kopia");
    case Gone: return tr("filen var borta");
    case NewerFile: return tr("skriven av en nyare version");
    case Unreadable: return tr("disken ger den inte");
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::ui
