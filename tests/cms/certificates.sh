#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: certificates.sh FOLDER
#
# Makes an authority (authority.pem) and certificates for 127.0.0.1, each NAME.pem with
# NAME.key: good, expired, wrong-host (for another name), self-signed.
set -eu
cd "$1"

# key_and_request NAME SUBJECT
key_and_request ()
{
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout "$1.key" \
    -subj "/CN=$2" -out "$1.request"
}

# certify NAME SUBJECT ALTERNATIVE_NAME START END
certify ()
{
  key_and_request "$1" "$2"
  echo "subjectAltName=$3" >extensions
  openssl ca -batch -config authority.conf -in "$1.request" -out "$1.pem" -notext \
    -extfile extensions -startdate "$4" -enddate "$5"
}

cat >authority.conf <<CONFIG
[ca]
default_ca = authority
[authority]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
certificate = authority.pem
private_key = authority.key
unique_subject = no
[anything]
commonName = supplied
CONFIG

{
  : >index
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout authority.key \
    -subj '/CN=Feuillet test authority' -days 3650 -out authority.pem
  certify good 127.0.0.1 IP:127.0.0.1 20200101000000Z 20991231000000Z
  certify expired 127.0.0.1 IP:127.0.0.1 20200101000000Z 20200201000000Z
  certify wrong-host example.test DNS:example.test 20200101000000Z 20991231000000Z
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout self-signed.key \
    -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -days 3650 -out self-signed.pem
} >log 2>&1 || {
  cat log >&2
  exit 1
}
