"""Lists from elsewhere: columns understood, each row judged before anything is kept, one transaction for all."""
