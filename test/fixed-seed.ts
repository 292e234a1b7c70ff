import fc from 'fast-check';

// Properties are tried with the same cases everywhere, so that a change is judged by what it changes.
// DOMICILE_FUZZ_SEED=$RANDOM looks further.
fc.configureGlobal({ seed: Number(process.env['DOMICILE_FUZZ_SEED'] ?? 7) });
