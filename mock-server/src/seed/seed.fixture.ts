/** A seed with something of everything. */
export const YAML = `# A shop on two platforms
clock: { now: 2026-01-31T12:00:00Z }
settings:
  rateLimits: on
  propagationDelay: 250ms
  failures: { pingback: { missing_key: gateway_401 } }
accounts:
  - platform: pingback
    id: acc_loja
    name: Loja Ipê
    plan: free
    keys:
      - { id: key_crm, name: CRM, secret: loja-crm-secret, state: disabled }
    users:
      - { role: owner, name: Ana, token: loja-owner-token }
    resources:
      contacts:
        - email: ana@exemplo.com.br
          attributes: { name: Ana }
      customFields:
        - name: cidade
  - platform: zenvio
    id: acc_zap
    resources:
      instances:
        - { id: inst_um, name: Balcão }
        - { id: inst_dois, name: Entregas }
    keys:
      - { name: Balcão, scopes: ['whatsapp:send', 'whatsapp:manage'], instances: [inst_um], secret: sk_live_loja_balcao }
      - { name: Antiga, state: deleted, secret: sk_live_loja_antiga }
  - platform: rdstation
    product: crm
    rateLimits: exhausted
    keys:
      - scheme: rdstationOAuth
        state: expired
scenarios:
  - send-only
  - name: rotation
    platform: rdstation
    secrets: { next: loja-next-secret }
faults:
  - effect: { kind: latency, delay: 2s }
    on: { platform: zenvio, operationId: sendMessage }
    times: 3
`;
