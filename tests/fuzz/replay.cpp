// SPDX-License-Identifier: GPL-3.0-or-later
// Runs each file of a folder through a fuzz target once, built by the house's own compiler: what was found stays found.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTextStream>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    const QDir corpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    int replayed = 0;
    for (const QFileInfo& entry : corpus.entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray input = file.readAll();
        QTextStream(stdout) << entry.fileName() << Qt::endl;
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()), static_cast<std::size_t>(input.size()));
        ++replayed;
    }
    // In the words of Qt Test, which the count of all tests is read from. An input that fails ends the process before this.
    QTextStream(stdout) << "Totals: " << replayed << " passed, 0 failed, 0 skipped" << Qt::endl;
    return replayed > 0 ? 0 : 1;
}
