// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/busdeath.h"

#include <gio/gio.h>

namespace mottaget::crypto {

namespace {

void onConnected(GObject* /*source*/, GAsyncResult* result, gpointer /*nothing*/)
{
    GDBusConnection* const bus = g_bus_get_finish(result, nullptr); // null without a bus: then there is none to lose
    if (bus == nullptr)
        return;
    g_dbus_connection_set_exit_on_close(bus, FALSE);
    g_object_unref(bus);
}

} // namespace

void surviveBusDeath()
{
    g_bus_get(G_BUS_TYPE_SESSION, nullptr, onConnected, nullptr);
}

} // namespace mottaget::crypto
