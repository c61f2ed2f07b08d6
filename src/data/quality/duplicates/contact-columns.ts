/** The customer attributes that help to tell customers apart, where the files have them. */
export interface ContactColumns {
  readonly phone: string | undefined;
  readonly postcode: string | undefined;
}

const phone =
  /(^|_)(phone|telephone|tel|telefon|telefono|telefone|mobile|mobil|mobiltelefon|handy|portable|celular|movil|cellulare|cell|phone_number|telefonnummer)(_|$)/;
const postcode =
  /(^|_)(zip|zip_code|zipcode|postcode|postal|postal_code|plz|postleitzahl|code_postal|codigo_postal|cep|cap)(_|$)/;
const notOwn = /(^|_)(fax|shipping|ship|delivery|liefer|company|agent|count|prefix_count)(_|$)/;

const pick = (names: readonly string[], pattern: RegExp): string | undefined => {
  const fitting = names.filter((name) => pattern.test(name.replace(/^attr_/, '')));
  return fitting.find((name) => !notOwn.test(name)) ?? fitting[0];
};

/** Finds telephone number and postal code among the attributes by their names, in six languages. */
export const contactColumns = (attributes: readonly string[]): ContactColumns => ({
  phone: pick(attributes, phone),
  postcode: pick(attributes, postcode),
});
