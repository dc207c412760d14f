#!/bin/sh
# Makes certificates to try TLS with, never to be used elsewhere: they are signed by a CA of their own, and their
# passwords are known.
#   scripts/test-certificates.sh DIR
# DIR then holds server.p12 (the exchange's SocketKeyStore), client.p12 (a client's), trust.p12 (the CA alone, for either
# as SocketTrustStore) and ca.pem (the same for clients that are not Java). The password of each is "changeit".
set -eu

[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
mkdir -p "$1"
cd "$1"
for file in ca.p12 server.p12 client.p12 trust.p12; do
  [ ! -e "$file" ] || { echo "$0: $1/$file is there already" >&2; exit 2; }
done

keytool=keytool
[ -z "${JAVA_HOME:-}" ] || keytool=$JAVA_HOME/bin/keytool
password=changeit

tool() {
  "$keytool" -storetype PKCS12 -storepass "$password" "$@" 2>keytool.log || { cat keytool.log >&2; exit 1; }
}

tool -genkeypair -keystore ca.p12 -alias ca -keyalg EC -groupname secp256r1 -validity 825 \
  -dname "CN=Bourse test CA" -ext bc:c=ca:true -ext ku:c=keyCertSign
tool -exportcert -rfc -keystore ca.p12 -alias ca >ca.pem
tool -importcert -noprompt -keystore trust.p12 -alias ca -file ca.pem

# certificate NAME SUBJECT EXTENSIONS...
certificate() {
  name=$1
  subject=$2
  shift 2
  tool -genkeypair -keystore "$name.p12" -alias "$name" -keyalg EC -groupname secp256r1 -validity 825 \
    -dname "$subject"
  tool -certreq -keystore "$name.p12" -alias "$name" |
    tool -gencert -rfc -keystore ca.p12 -alias ca -validity 825 "$@" >"$name.pem"
  tool -importcert -noprompt -keystore "$name.p12" -alias ca -file ca.pem
  tool -importcert -noprompt -keystore "$name.p12" -alias "$name" -file "$name.pem"
}

certificate server "CN=localhost" -ext eku=serverAuth -ext san=dns:localhost,ip:127.0.0.1,ip:::1
certificate client "CN=Bourse test client" -ext eku=clientAuth
rm -f keytool.log server.pem client.pem
echo "$PWD"
