// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library into a program under test, which is not changed for it: the Nth call that changes a file below
// MOTTAGET_KILL_BELOW does not happen, and the process ends there as by kill -9. N is MOTTAGET_KILL_AT; 0 never comes. A program that ends
// by itself leaves in the file MOTTAGET_KILL_COUNT how many such calls it made.
#undef _FORTIFY_SOURCE // its inline wrappers would stand in the way of these

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <unistd.h>

namespace {

const char* setting(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

bool isBelow(const char* path)
{
    static const std::string folder = setting("MOTTAGET_KILL_BELOW");
    return !folder.empty() && std::strncmp(path, folder.c_str(), folder.size()) == 0;
}

struct Counter {
    std::atomic<long> calls {0};
    long last = std::atol(setting("MOTTAGET_KILL_AT"));
    ~Counter()
    {
        if (std::FILE* file = std::fopen(setting("MOTTAGET_KILL_COUNT"), "w")) {
            std::fprintf(file, "%ld", calls.load());
            std::fclose(file);
        }
    }
    void note()
    {
        if (++calls == last)
            std::raise(SIGKILL);
    }
};

Counter& counter()
{
    static Counter one;
    return one;
}

// Made before the program begins, so that it ends after everything of the program's own.
[[gnu::constructor]] void begin()
{
    (void)counter();
}

void notePath(const char* path)
{
    if (isBelow(path))
        counter().note();
}

void noteFile(int file)
{
    std::array<char, 64> link {};
    std::array<char, 4096> path {};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    if (readlink(link.data(), path.data(), path.size() - 1) > 0)
        notePath(path.data());
}

template <typename Fn>
Fn next(const char* name)
{
    return reinterpret_cast<Fn>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int rename(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    notePath(to);
    return real(from, to);
}

int unlink(const char* path) noexcept
{
    static const auto real = next<int (*)(const char*)>("unlink");
    notePath(path);
    return real(path);
}

int remove(const char* path) noexcept
{
    static const auto real = next<int (*)(const char*)>("remove");
    notePath(path);
    return real(path);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    noteFile(file);
    return real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    noteFile(file);
    return real(file);
}

ssize_t write(int file, const void* bytes, size_t count)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    noteFile(file);
    return real(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    noteFile(file);
    return real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    noteFile(file);
    return real(file, bytes, count, at);
}

int ftruncate(int file, off_t size) noexcept
{
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    noteFile(file);
    return real(file, size);
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    noteFile(file);
    return real(file, size);
}
}
