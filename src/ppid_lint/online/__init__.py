"""Whether links open and mail domains take mail: the only part that uses the network, when told to."""
