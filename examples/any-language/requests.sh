#!/bin/sh
# All three platforms with curl, on the mock that `npx chaveiro mock` starts.
set -eu
mock=${CHAVEIRO_URL:-http://localhost:4010}

json() {
  echo "# $1"
  shift
  curl --silent --show-error --header 'content-type: application/json' "$@"
  printf '\n\n'
}

json 'RD Station: the key travels in the query' \
  "$mock/platform/conversions?api_key=chaveiro-rdstation-active" \
  --data '{"event_type":"CONVERSION","event_family":"CDP","payload":{"conversion_identifier":"ebook","email":"ana@exemplo.com.br"}}'

json 'Pingback: in a header of its own' \
  "$mock/contacts" --header 'x-api-key: chaveiro-pingback-active' \
  --data '{"email":"ana@exemplo.com.br","attributes":{"name":"Ana Souza"}}'

json 'Zenvio: as a bearer token' \
  "$mock/whatsapp/messages" --header 'authorization: Bearer sk_live_chaveiro_active' \
  --data '{"instance_id":"inst_restaurante_joao","to":["5511999999999"],"type":"text","payload":{"message":"Olá, Ana!"}}'

json 'What becomes of the key when its account goes back to Free? First the account …' \
  "$mock/__mock/accounts/acc_pingback_pro" --request PATCH --data '{"plan":"free"}'

json '… then its key: 403, and x-mock-decision says why, which Pingback does not' \
  "$mock/contacts" --header 'x-api-key: chaveiro-pingback-active' --include

json 'Everything that arrived can be asked for' \
  "$mock/__mock/requests?decision=plan_not_allowed"

json 'Back to the start, for the next run' \
  "$mock/__mock/reset" --request POST
