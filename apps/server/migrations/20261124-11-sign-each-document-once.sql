-- Whoever signed a draft that was changed afterwards signs the new one too: once for each document.
drop index signature_signer;
drop index signature_document;
create unique index signature_signer on signature (programme_id, document_id, signed_by);
create index signature_subject on signature (programme_id, subject_id);
