"""The pages people see: each works as plain links and forms, whatever the browser allows."""
