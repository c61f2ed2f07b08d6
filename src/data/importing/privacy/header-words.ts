import type { PersonalKind } from '../contract.ts';
import { normaliseHeader } from '../mapping/normalise-header.ts';

/** Words of headers in English, German, French, Spanish, Portuguese and Italian, lower case without accents. */
const words: Readonly<Record<Exclude<PersonalKind, 'free-text'>, RegExp>> = {
  email: /\b(e ?mails?|mail address|courriel|correo( electronico)?|posta elettronica)\b/,
  phone:
    /\b(phones?|telephone|tel|mobile|cell( phone)?|handy|telefon|telefonnummer|mobilnummer|rufnummer|fax|faxnummer|portable|telefono|movil|celular|telefone|cellulare|whatsapp|sms number)\b/,
  card: /\b(card number|credit card( number)?|debit card|cc (number|num|no)|kreditkarten?(nummer)?|carte (bancaire|de credit)|tarjeta( de credito)?|cartao( de credito)?|carta di credito)\b/,
  iban: /\b(iban|bank account( number)?|kontonummer|compte bancaire|cuenta bancaria|conta bancaria|conto corrente)\b/,
  'birth-date':
    /\b(birth ?(date|day|year)|date of birth|dob|born( on)?|year of birth|geburts ?(datum|tag|jahr)|geboren|(date|annee) de naissance|(fecha|ano) de nacimiento|fecha nacimiento|data (de )?nascimento|ano de nascimento|data (di )?nascita|anno di nascita)\b/,
  'national-id':
    /\b(ssn|social security( number| no)?|sozialversicherungsnummer|svnr|steuer ?id(entifikationsnummer)?|idnr|numero de securite sociale|nir|insee|dni|nie|codice fiscale|cpf|passport( number| no)?|passnummer|passeport|pasaporte|passaporte|passaporto|national (id|insurance)( number)?|nino|personalausweis(nummer)?|id card( number)?|carte d identite|cedula|curp|rg)\b/,
  'ip-address': /\b(ip|ip address|ip adresse|adresse ip|direccion ip|endereco ip|indirizzo ip)\b/,
  address:
    /\b(street|address(es| line| 1| 2|1|2)?|strasse|hausnummer|house number|adresse|anschrift|rue|direccion|domicilio|calle|endereco|rua|logradouro|indirizzo|zip|zip ?code|post ?code|postal( code)?|plz|postleitzahl|code postal|codigo postal|cp|cep|cap|latitude|longitude|lat|lng|lon)\b/,
  name: /\b((first|last|given|family|middle|maiden|full|sur|fore|billing|shipping|recipient|contact|person|bill to|ship to|card ?holder) ?names?|surname|vorname|nachname|familienname|zuname|ansprechpartner|empfanger|kontaktperson|prenom|nom de famille|nom complet|nombre( y)? apellidos?|nombre completo|apellidos?|sobrenome|nome completo|cognome|nome e cognome)\b/,
};

/** Headers that often stand over names of persons, but over other names too. */
const perhapsName =
  /^(name|names|nom|nome|nombre|nombres|customer( name)?|client( name)?|contact|kunde|kundenname|kontakt|cliente|nome (do )?cliente|nombre (del )?cliente|employee|mitarbeiter|agent|sales ?agent|sales ?rep|owner|manager|passenger|guest|patient|member( name)?|user( ?name)?)$/;

/** Words that tell that something else than a person is meant. */
const impersonal =
  /\b(product|item|article|company|firm|firma|business|store|shop|brand|campaign|event|file|domain|category|segment|list|plan|type|kind|status|count|number of|sent|opened|clicked|open rate|consent|opt ?in|opt ?out|accepts?|subscribed|verified|valid|brand|last ?4|expir\w*|mac|web|url)\b/;

/** An address of which only another part is meant: "shipping address city", "billing address first name". */
const partOfAddress =
  /\baddress (?=(?:city|town|country|province|state|region|company|id|is|code|first|last|full|name|phone|zip|postal|post|latitude|longitude)\b)/;

/** The kinds of personal data that a header speaks of, and whether it is only likely. */
export const kindsOfHeader = (
  header: string,
): readonly { readonly kind: Exclude<PersonalKind, 'free-text'>; readonly isVague: boolean }[] => {
  const text = normaliseHeader(header).replace(partOfAddress, '');
  const isAside = impersonal.test(text) && !/\b(ip|phone)\b/.test(text);
  if (isAside) return [];
  const kinds = (Object.keys(words) as (keyof typeof words)[])
    .filter((kind) => words[kind].test(text))
    .map((kind) => ({ kind, isVague: false }));
  return perhapsName.test(text) ? [...kinds, { kind: 'name', isVague: true }] : kinds;
};
