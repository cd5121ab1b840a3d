// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace mottaget::test {

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

QByteArray textOf(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, static_cast<qsizetype>(size)};
}

void extend(X509* certificate, X509* issuer, int kind, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

Identity makeIdentity(const Wish& wish, const Identity* issuer)
{
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Certificate made(X509_new(), X509_free);
    X509_set_version(made.get(), 2);
    int serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof(serial) - 1);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial & 0x7fffff);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), wish.from);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), wish.to);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME* name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wish.name.constData()),
        static_cast<int>(wish.name.size()), -1, 0);

    Certificate parent(nullptr, X509_free);
    Key parentKey(nullptr, EVP_PKEY_free);
    if (issuer) {
        const Memory certificate(BIO_new_mem_buf(issuer->certificate.constData(), static_cast<int>(issuer->certificate.size())), BIO_free);
        const Memory secret(BIO_new_mem_buf(issuer->key.constData(), static_cast<int>(issuer->key.size())), BIO_free);
        parent.reset(PEM_read_bio_X509(certificate.get(), nullptr, nullptr, nullptr));
        parentKey.reset(PEM_read_bio_PrivateKey(secret.get(), nullptr, nullptr, nullptr));
    }
    X509* above = parent ? parent.get() : made.get();
    X509_set_issuer_name(made.get(), X509_get_subject_name(above));
    extend(made.get(), above, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.authority) {
        const bool isAddress = !QHostAddress(QString::fromLatin1(wish.name)).isNull();
        extend(made.get(), above, NID_subject_alt_name, (isAddress ? "IP:" : "DNS:") + wish.name);
    }
    X509_sign(made.get(), parentKey ? parentKey.get() : key.get(), EVP_sha256());

    const Memory certificate(BIO_new(BIO_s_mem()), BIO_free);
    const Memory secret(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(certificate.get(), made.get());
    PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificate.get()), textOf(secret.get())};
}

QSslConfiguration serverWith(const Identity& identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificate(QSslCertificate(identity.certificate));
    configuration.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
    return configuration;
}

} // namespace mottaget::test
