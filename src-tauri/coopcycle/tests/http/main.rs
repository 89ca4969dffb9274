//! The client over real HTTP, against servers that follow a script written from the contract.

#[cfg(test)]
mod causes;
#[cfg(test)]
mod checking;
#[cfg(test)]
mod creating;
#[cfg(test)]
mod deliveries;
#[cfg(test)]
mod listing;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod recognising;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod stores;
#[cfg(test)]
mod walking;
#[cfg(test)]
mod walking_trouble;
