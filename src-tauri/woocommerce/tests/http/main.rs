//! Conversations with a site that answers by script: over http, and over https with a certificate
//! of its own.

#[cfg(test)]
mod causes;
#[cfg(test)]
mod checking;
#[cfg(test)]
mod creating;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod listing;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod recognising;
#[cfg(test)]
mod revoking;
#[cfg(test)]
mod second_factor;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod users;
#[cfg(test)]
mod walking;
