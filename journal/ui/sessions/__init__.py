"""The Sessions page: what took place, what is planned, and the form for both."""
