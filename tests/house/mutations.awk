# SPDX-License-Identifier: GPL-3.0-or-later
# Reads docs/mutations.md; prints one line a breakage: name, file, line, what it becomes and the tests, parted by tabs.
/^## / { name = substr($0, 4) }
/^- (file|line|becomes|red): `.*`$/ {
    key = $2
    sub(/:$/, "", key)
    value = $0
    sub(/^- [a-z]+: `/, "", value)
    sub(/`$/, "", value)
    of[key] = value
    if (key == "red")
        print name "\t" of["file"] "\t" of["line"] "\t" of["becomes"] "\t" of["red"]
}
