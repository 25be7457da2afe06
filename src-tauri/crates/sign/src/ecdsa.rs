//! The one spelling of an ECDSA signature that the profile allows.
//!
//! Whoever has a signature (r, s) can compute (r, n - s), which is as right: a change of bytes that
//! no check of the signature itself notices. So ours have the smaller of the two, and only that one
//! is good (SEC 1, 4.1.4 accepts both).

use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::EcGroupRef;
use openssl::ecdsa::EcdsaSig;
use openssl::error::ErrorStack;

/// The signature (DER, RFC 3279, 2.2.3) with the smaller `s`.
pub(crate) fn lower(signature: &[u8], group: &EcGroupRef) -> Result<Vec<u8>, ErrorStack> {
    let given = EcdsaSig::from_der(signature)?;
    let mut order = BigNum::new()?;
    let mut context = BigNumContext::new()?;
    group.order(&mut order, &mut context)?;
    let mut other = BigNum::new()?;
    other.checked_sub(&order, given.s())?;
    if *given.s() <= *other {
        return given.to_der();
    }
    EcdsaSig::from_private_components(given.r().to_owned()?, other)?.to_der()
}
